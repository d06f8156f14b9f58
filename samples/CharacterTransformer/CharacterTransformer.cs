using System.Diagnostics;
using Lossary.Data;
using Lossary.Losses;
using Lossary.Tensors;
using Lossary.Training;

namespace Lossary.Samples;

/// <summary>A small transformer that foretells the next character of Jane Austen's novels.</summary>
public static class CharacterTransformer
{
    private const int Steps = 64;
    private const int Width = 64;
    private const int Heads = 4;

    /// <summary>The novels that lie beside the program.</summary>
    public static string ReadNovels() =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "austen_six_novels.txt"));

    public static TextResult Run(TextWriter output, string novels, int characters = 500_000, int epochs = 4)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(novels);
        string text = novels[..characters];
        CharacterVocabulary vocabulary = new(text);
        int[] tokens = vocabulary.Encode(text);
        int[] train = tokens[..(9 * characters / 10)];
        int[] held = tokens[train.Length..];
        TextWindows windows = new(train, Steps);
        TextWindows heldWindows = new(held, Steps);
        TrainingData data = TrainingData.WithClasses(
            windows.Inputs,
            sample: new Shape(Steps),
            windows.Targets,
            target: new Shape(Steps));

        Network<float> network = MakeNetwork(vocabulary.Size);
        IClassLoss loss = LossCatalogue.Create<IClassLoss>("cross-entropy");
        output.WriteLine(network);
        output.WriteLine($"{"epoch",5} {"train",8} {"held out",9} {"seconds",8}   perplexity");
        Stopwatch watch = Stopwatch.StartNew();
        TrainingResult result = Trainer.Fit(network, loss, data, HeldOutLoss, new TrainingOptions
        {
            MaxEpochs = epochs,
            BatchSize = 16,
            MaxGradientNorm = 1,
            CreateOptimizer = () => new AdamW<float>(learningRate: 2e-3),
            Progress = epoch =>
            {
                output.WriteLine(
                    $"{epoch.Epoch,5} {Math.Exp(epoch.TrainingLoss),8:F2} {Math.Exp(epoch.ValidationScore),9:F2} "
                    + $"{watch.Elapsed.TotalSeconds,8:F0}");
                watch.Restart();
            },
        });

        TextResult perplexities = new(
            Math.Exp(result.BestScore),
            CharacterCounts.PerplexityOfSingles(train, held, vocabulary.Size),
            CharacterCounts.PerplexityOfPairs(train, held, vocabulary.Size));
        output.WriteLine();
        output.WriteLine($"Perplexity of {held.Length} characters never seen:");
        output.WriteLine($"  how often each character comes  {perplexities.Singles,6:F2}");
        output.WriteLine($"  ... after which other           {perplexities.Pairs,6:F2}");
        output.WriteLine($"  transformer                     {perplexities.Transformer,6:F2}");
        output.WriteLine();
        output.WriteLine(new Writer(network, vocabulary, Steps).Continue("It is a truth ", 300, seed: 1));
        return perplexities;

        double HeldOutLoss(Network<float> current)
        {
            float[] scores = new float[heldWindows.Count * Steps * vocabulary.Size];
            current.Predict(heldWindows.Inputs, [.. Enumerable.Range(0, heldWindows.Count)], scores);
            return loss.Evaluate(new ClassBatch<float>
            {
                Scores = scores,
                Classes = vocabulary.Size,
                Targets = heldWindows.Targets,
            }).Mean;
        }
    }

    private static Network<float> MakeNetwork(int vocabulary)
    {
        TransformerOptions options = new() { IsCausal = true, IsPreNorm = true };
        return new Network<float>(
            new Shape(Steps),
            [
                new Embedding<float>(vocabulary, Width),
                new LearnedPositions<float>(Width, longest: Steps),
                new TransformerBlock<float>(Width, Heads, options),
                new TransformerBlock<float>(Width, Heads, options),
                new LayerNorm<float>(Width),
                new Dense<float>(Width, vocabulary),
            ],
            seed: 1);
    }
}

/// <summary>
/// Perplexities: among how many equally likely characters one would have to guess to be as often surprised.
/// </summary>
public sealed record TextResult(double Transformer, double Singles, double Pairs);
