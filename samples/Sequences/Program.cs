using Lossary.Samples;

Sequences.Run(Console.Out);
