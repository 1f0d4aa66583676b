using Publish.Cli;

HeapPages.AskForLarge();
return CommandLine.Run(args, Console.Out, Console.Error);
