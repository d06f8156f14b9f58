using Lossary.Samples;

LinearFit.Run(Console.Out);
