using Lossary.Samples;

CharacterTransformer.Run(Console.Out, CharacterTransformer.ReadNovels());
