using Lossary.Cli;

return await CommandLine.RunAsync(args, Shell.OfThisProcess());
