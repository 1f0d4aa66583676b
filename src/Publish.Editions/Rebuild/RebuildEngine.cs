using Publish.Document;

namespace Publish.Editions;

/// <summary>
/// Builds a book again and again while it is worked on. What the last build made and a change leaves as it is isn't made again; the editions are byte for byte those
/// of a first build. One build at a time.
/// </summary>
/// <param name="request">What to build.</param>
public sealed class RebuildEngine(BuildRequest request)
{
    private BuildMemory _memory = new();
    private bool _fresh = true;

    /// <summary>Builds the book as its files are now.</summary>
    /// <param name="ready">Receives the editions' files as soon as they are whole (<see cref="BuildRequest.Ready"/>); null to wait for the report.</param>
    public BuildReport Build(Action<OutputFile>? ready = null) => Build(request.Files, ready);

    /// <summary>Builds the book from other files than the request's: the same book after a change.</summary>
    /// <param name="files">The files.</param>
    /// <param name="ready">Receives the editions' files as soon as they are whole (<see cref="BuildRequest.Ready"/>); null to wait for the report.</param>
    public BuildReport Build(IBookFiles files, Action<OutputFile>? ready = null)
    {
        _memory.Begin();
        var report = BookBuild.Run(request with { Files = files, Ready = ready, Memory = _memory });
        if (_memory.HasComplaints && !_fresh)
        {
            // Missing faces and patterns are told with the place that asked first: that may have been in a build before.
            _memory = new BuildMemory();
            report = BookBuild.Run(request with { Files = files, Ready = ready, Memory = _memory });
        }

        _fresh = _memory.HasComplaints;
        if (_fresh)
        {
            _memory = new BuildMemory();
        }

        return report;
    }
}
