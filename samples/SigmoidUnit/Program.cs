using Lossary.Samples;

SigmoidUnit.Run(Console.Out);
