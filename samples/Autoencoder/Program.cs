using Lossary.Samples;

Autoencoder.Run(Console.Out);
