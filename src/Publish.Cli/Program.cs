using Publish.Cli;

HeapPages.AskForLarge();
if (args.Contains("--watch") || args.Contains("-w"))
{
    // Threads of the pool that have nothing to do look for work for a while before they sleep: two cores have better things to do.
    AppContext.SetData("System.Threading.ThreadPool.UnfairSemaphoreSpinLimit", 0);
}
else
{
    HeapRoom.Ask();
}

return CommandLine.Run(args, Console.Out, Console.Error);
