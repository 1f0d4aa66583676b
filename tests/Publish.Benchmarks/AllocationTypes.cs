using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Globalization;

namespace Publish.Benchmarks;

/// <summary>Counts what is allocated, by type, from the runtime's samples (one for about every 100 kB).</summary>
internal sealed class AllocationTypes : EventListener
{
    private readonly ConcurrentDictionary<string, long> bytes = new(StringComparer.Ordinal);

    /// <summary>Tells the types that take most.</summary>
    public void Tell(TextWriter output)
    {
        foreach (var (type, amount) in bytes.OrderByDescending(b => b.Value).ThenBy(b => b.Key, StringComparer.Ordinal).Take(24))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {amount / 1e6,8:F1} MB {type}"));
        }

        bytes.Clear();
    }

    /// <inheritdoc />
    /// <inheritdoc />
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
        {
            EnableEvents(eventSource, EventLevel.Verbose, (EventKeywords)1);
        }
    }

    /// <inheritdoc />
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName?.StartsWith("GCAllocationTick", StringComparison.Ordinal) == true)
        {
            var type = eventData.Payload?[eventData.PayloadNames!.IndexOf("TypeName")] as string ?? "?";
            var amount = Convert.ToInt64(eventData.Payload?[eventData.PayloadNames!.IndexOf("AllocationAmount64")], CultureInfo.InvariantCulture);
            bytes.AddOrUpdate(type, amount, (_, before) => before + amount);
        }
    }
}
