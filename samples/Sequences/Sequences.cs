using System.Numerics.Tensors;
using Lossary.Data;
using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tensors;
using Lossary.Training;

namespace Lossary.Samples;

/// <summary>
/// At every step, say the symbol of three steps ago: recurrent networks with a loss at each step of sequences of
/// different lengths.
/// </summary>
public static class Sequences
{
    private const int Symbols = 4;
    private const int Delay = 3;
    private const int Shortest = 5;
    private const int Longest = 25;

    /// <summary>Trains both networks and tries them on sequences they have not seen.</summary>
    /// <param name="output">What is told on the way goes here.</param>
    /// <param name="sequences">How many to draw.</param>
    /// <param name="epochs">How often each network goes through them.</param>
    /// <param name="filling">Stands in the steps that only fill up. Whatever it is, the results are the same.</param>
    public static IReadOnlyList<SequenceResult> Run(
        TextWriter output, int sequences = 1000, int epochs = 12, float filling = 0)
    {
        ArgumentNullException.ThrowIfNull(output);
        (PaddedSequences inputs, int[] targets) = Generate(sequences, filling);
        Shape sample = new(inputs.Steps, Symbols);
        int[] rows = [.. Enumerable.Range(0, sequences)];
        int[] trained = rows[(sequences / 5)..];
        int[] held = rows[..(sequences / 5)];
        TrainingData data = TrainingData
            .WithClasses(inputs.Values, sample, targets, target: new Shape(inputs.Steps), trained)
            .WithLengths(inputs.Lengths);

        List<SequenceResult> results = [];
        foreach (string name in (string[])["LSTM", "GRU"])
        {
            Layer<float> recurrent = name == "LSTM" ? new Lstm<float>(Symbols, 32) : new Gru<float>(Symbols, 32);
            Network<float> network = new(sample, [recurrent, new Dense<float>(32, Symbols)], seed: 1);
            output.WriteLine(network);
            TrainingResult trace = Trainer.Fit(
                network, LossCatalogue.Create<IClassLoss>("cross-entropy"), data, validation: null, new TrainingOptions
                {
                    MaxEpochs = epochs,
                    CreateOptimizer = () => new Adam<float>(learningRate: 0.01),
                    Progress = epoch => output.WriteLine($"epoch {epoch.Epoch,2}, loss {epoch.TrainingLoss:F4}"),
                });
            output.WriteLine();
            results.Add(new SequenceResult(name, trace.BestScore, Accuracy(network, inputs, targets, held)));
        }

        output.WriteLine($"The steps of {held.Length} sequences never seen:");
        output.WriteLine($"{"network",-8} {"loss",8} {"accuracy",9}");
        foreach (SequenceResult result in results)
        {
            output.WriteLine($"{result.Network,-8} {result.Loss,8:F4} {result.Accuracy,9:P2}");
        }

        return results;
    }

    /// <summary>Symbols as one number of four that is 1; before there is a symbol to say, the target is 0.</summary>
    private static (PaddedSequences Inputs, int[] Targets) Generate(int count, float filling)
    {
        RandomStream random = new(seed: 5);
        int[][] symbols = new int[count][];
        for (int i = 0; i < count; i++)
        {
            symbols[i] = new int[Shortest + random.NextInt(Longest - Shortest + 1)];
            for (int step = 0; step < symbols[i].Length; step++)
            {
                symbols[i][step] = random.NextInt(Symbols);
            }
        }

        PaddedSequences inputs = PaddedSequences.Of([.. symbols.Select(OneHot)], Symbols);
        int[] targets = new int[count * inputs.Steps];
        for (int i = 0; i < count; i++)
        {
            symbols[i].AsSpan(0, symbols[i].Length - Delay).CopyTo(targets.AsSpan((i * inputs.Steps) + Delay));
            int end = ((i * inputs.Steps) + inputs.Lengths[i]) * Symbols;
            inputs.Values.AsSpan(end..((i + 1) * inputs.Steps * Symbols)).Fill(filling);
        }

        return (inputs, targets);
    }

    private static float[] OneHot(int[] symbols)
    {
        float[] values = new float[symbols.Length * Symbols];
        for (int step = 0; step < symbols.Length; step++)
        {
            values[(step * Symbols) + symbols[step]] = 1;
        }

        return values;
    }

    /// <summary>The share of steps that are right, of those that are real and have a symbol to say.</summary>
    private static double Accuracy(Network<float> network, PaddedSequences inputs, int[] targets, int[] rows)
    {
        float[] scores = new float[rows.Length * network.Outputs];
        network.Predict(inputs.Values, rows, scores, inputs.Lengths);
        int right = 0, steps = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            for (int step = Delay; step < inputs.Lengths[rows[i]]; step++, steps++)
            {
                int said = TensorPrimitives.IndexOfMax(scores.AsSpan(((i * inputs.Steps) + step) * Symbols, Symbols));
                right += said == targets[(rows[i] * inputs.Steps) + step] ? 1 : 0;
            }
        }

        return (double)right / steps;
    }
}

/// <summary>How well a network remembers.</summary>
public sealed record SequenceResult(string Network, double Loss, double Accuracy);
