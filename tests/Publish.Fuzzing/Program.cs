using System.Globalization;
using Publish.Fuzzing;

// Publish.Fuzzing pictures|fonts EXECUTIONS [SEED [FIRST]] [FONT …]
if (args.Length < 2 || args[0] is not ("pictures" or "fonts"))
{
    Console.Error.WriteLine("usage: Publish.Fuzzing pictures|fonts EXECUTIONS [SEED [FIRST]] [FONT …]");
    return 2;
}

var numbers = args[1..].TakeWhile(a => int.TryParse(a, CultureInfo.InvariantCulture, out _)).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToArray();
var target = args[0] == "pictures"
    ? PictureTarget.Create()
    : FontTarget.Create([.. args[(1 + numbers.Length)..].Select(path => (Path.GetFileName(path), FontTarget.Small(File.ReadAllBytes(path))))]);
var report = Campaign.Run(target, numbers[0], numbers.ElementAtOrDefault(1) is > 0 and var seed ? seed : 1, numbers.ElementAtOrDefault(2), Console.WriteLine);
Console.WriteLine(report);
return report.Faults.Count == 0 ? 0 : 1;
