using Lossary.Conformance;

return ConformanceRun.Run(args, Console.Out, Console.Error);
