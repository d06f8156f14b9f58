using Lossary.Samples;

FewShots.Run(Console.Out);
