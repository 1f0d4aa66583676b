using Publish.Cli;

HeapPages.AskForLarge();
HeapRoom.Ask();
return CommandLine.Run(args, Console.Out, Console.Error);
