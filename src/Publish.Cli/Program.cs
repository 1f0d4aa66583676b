using Publish.Cli;

HeapPages.AskForLarge();
if (!args.Contains("--watch") && !args.Contains("-w"))
{
    HeapRoom.Ask();
}

return CommandLine.Run(args, Console.Out, Console.Error);
