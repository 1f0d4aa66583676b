using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Publish.Fuzzing;

/// <summary>What came of one execution.</summary>
public enum Outcome
{
    /// <summary>It was refused with a diagnostic, before anything was decoded.</summary>
    Refused,

    /// <summary>It was taken and then given up with a diagnostic.</summary>
    GivenUp,

    /// <summary>It was used.</summary>
    Used,

    /// <summary>Nothing came of it and nothing was said: a fault of the program.</summary>
    Silent,
}

/// <summary>Something that reads files.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Seeds">Good files by name.</param>
/// <param name="Head">How many bytes of a file are its header.</param>
/// <param name="Repair">Mends check sums after the damage, so that it gets past them; half of the executions go without.</param>
/// <param name="Read">Reads a file.</param>
public sealed record Target(string Name, IReadOnlyList<(string Name, byte[] Data)> Seeds, int Head, Action<byte[]> Repair, Func<byte[], Outcome> Read);

/// <summary>What came of a campaign.</summary>
/// <param name="Executions">How many.</param>
/// <param name="Outcomes">How many of each outcome.</param>
/// <param name="Faults">Exceptions, silence and what took too long, with the execution that shows it.</param>
/// <param name="Slowest">The longest execution, in processor time.</param>
/// <param name="MostAllocated">The most bytes of managed memory that one execution took.</param>
/// <param name="Peak">The most memory the process ever had, in bytes.</param>
public sealed record Report(int Executions, IReadOnlyDictionary<Outcome, int> Outcomes, IReadOnlyList<string> Faults, TimeSpan Slowest, long MostAllocated, long Peak)
{
    /// <inheritdoc />
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Executions} executions: {string.Join(", ", Outcomes.OrderBy(o => o.Key).Select(o => $"{o.Value} {o.Key}"))}; {Faults.Count} faults; ");
        text.Append(CultureInfo.InvariantCulture, $"slowest {Slowest.TotalMilliseconds:0} ms; most managed memory at once {MostAllocated / 1024} KiB; peak of the process {Peak / (1024 * 1024)} MiB");
        foreach (var fault in Faults)
        {
            text.Append('\n').Append(fault);
        }

        return text.ToString();
    }
}

/// <summary>Runs a target on damaged files.</summary>
public static class Campaign
{
    /// <summary>More processor time than this is a hang; what others on the machine take doesn't count.</summary>
    public static readonly TimeSpan TooLong = TimeSpan.FromSeconds(20);

    /// <summary>More than this in one execution is more than any picture within the limits needs, decoded and converted.</summary>
    public const long TooMuch = 3L * 1024 * 1024 * 1024;

    /// <summary>Runs it.</summary>
    /// <param name="target">The target.</param>
    /// <param name="executions">How many.</param>
    /// <param name="seed">The campaign: the same number gives the same files.</param>
    /// <param name="first">The first execution.</param>
    /// <param name="say">Receives a line now and then, and each fault as it is found; null for silence.</param>
    public static Report Run(Target target, int executions, int seed = 1, int first = 0, Action<string>? say = null)
    {
        var outcomes = new Dictionary<Outcome, int>();
        var faults = new List<string>();
        var slowest = TimeSpan.Zero;
        var most = 0L;
        using var process = Process.GetCurrentProcess();
        for (var i = first; i < first + executions; i++)
        {
            var (name, data) = FileOf(target, seed, i);
            var known = faults.Count;
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            process.Refresh();
            var began = process.TotalProcessorTime;
            try
            {
                var outcome = target.Read(data);
                outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
                if (outcome == Outcome.Silent)
                {
                    faults.Add($"execution {i} ({name}): nothing came of it and nothing was said");
                }
            }
            catch (Exception e)
            {
                faults.Add($"execution {i} ({name}): {e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n')[0].Trim()}");
            }

            process.Refresh();
            var took = process.TotalProcessorTime - began;
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            if (took > TooLong || allocated > TooMuch)
            {
                faults.Add($"execution {i} ({name}): {took.TotalSeconds:0.0} s, {allocated / 1024} KiB");
            }

            faults.Skip(known).ToList().ForEach(fault => say?.Invoke(fault));
            slowest = took > slowest ? took : slowest;
            most = Math.Max(most, allocated);
            if ((i + 1) % 5000 == 0)
            {
                say?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{target.Name}: {i + 1 - first} of {executions}, {faults.Count} faults, slowest {slowest.TotalMilliseconds:0} ms"));
            }
        }

        return new Report(executions, outcomes, faults, slowest, most, process.PeakWorkingSet64);
    }

    /// <summary>The file of an execution, and from which seed it was made.</summary>
    public static (string Seed, byte[] Data) FileOf(Target target, int seed, int execution)
    {
        var mutator = new Mutator(seed, execution);
        var (name, file) = target.Seeds[mutator.Below(target.Seeds.Count)];
        var data = mutator.Damage(file, target.Seeds[mutator.Below(target.Seeds.Count)].Data, target.Head);
        if (mutator.Below(2) == 0)
        {
            target.Repair(data);
        }

        return (name, data);
    }
}
