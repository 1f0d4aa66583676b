using BenchmarkDotNet.Running;
using Publish.Benchmarks;

// "stages FOLDER" prints time and allocation of each stage on a book of the disk, "edits COUNT" tries the engine of build --watch, "writing FOLDER" times
// and weighs the files of a book, "lines FOLDER" prints words a second of the line stage; anything else is BenchmarkDotNet's command line.
if (args is ["stages", ..])
{
    return Stages.Run(args[1..], Console.Out);
}

if (args is ["edits", ..])
{
    return Edits.Run(args[1..], Console.Out);
}

if (args is ["lines", ..])
{
    return LineRates.Run(args[1..], Console.Out);
}

if (args is ["writing", var folder])
{
    return Writing.Run(folder, Console.Out);
}

BenchmarkSwitcher.FromAssembly(typeof(SampleBook).Assembly).Run(args);
return 0;
