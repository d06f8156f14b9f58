using Lossary.Samples;

return Reproduction.Run(AllFindings.InOrder, args, Console.Out, Console.Error);
