using Lossary.Samples;

Recommendations.Run(Console.Out);
