using BenchmarkDotNet.Running;
using Publish.Benchmarks;

// "stages FOLDER" prints time and allocation of each stage on a book of the disk; anything else is BenchmarkDotNet's command line.
if (args is ["stages", ..])
{
    return Stages.Run(args[1..], Console.Out);
}

BenchmarkSwitcher.FromAssembly(typeof(SampleBook).Assembly).Run(args);
return 0;
