using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>Predicts each row by a small network that did not see it, and by another that did.</summary>
/// <remarks>
/// Each fold's network stops where some of its own training rows are predicted best, so that it neither follows the
/// noise nor misses the signal by much: either would pass for noise in the residuals.
/// </remarks>
internal sealed class CrossFit(BaselineRows rows, ProfileOptions options, RandomStream random)
{
    private const int BatchSize = 32;
    private const int Epochs = 60;
    private const int Patience = 10;
    private const double LearningRate = 0.01;
    private const double GradientClip = 10;
    private const int FewestFeatures = 10;
    private const int RowsOfFeature = 4;

    /// <summary>Every seventh training row stops the training.</summary>
    private const int StoppingEvery = 7;

    /// <summary>More features than a quarter of the rows would be learnt by heart.</summary>
    private int MostFeatures => int.Min(options.BaselineFeatures, int.Max(FewestFeatures, rows.Count / RowsOfFeature));

    /// <summary>The raw predictions of all rows.</summary>
    /// <param name="loss">What is minimised.</param>
    /// <param name="targets">As the loss wants them, [rows].</param>
    /// <returns>By networks that did not see the row, and by networks that did; each [rows].</returns>
    public (float[] Unseen, float[] Seen) Predict(ISampleLoss loss, float[] targets)
    {
        float[] unseen = new float[rows.Count], seen = new float[rows.Count];
        ForEachFold((fold, seed) =>
        {
            FoldRows part = Part(fold, FeatureScreen.ByNumbers(rows, targets, fold, MostFeatures));
            Network<float> network = NewNetwork(part.Width, [0], seed);
            float[] stoppingTargets = [.. part.Stopping.Select(row => targets[row])];
            float[] stopping = new float[part.Stopping.Length];
            double Score(Network<float> current)
            {
                current.Predict(part.Features, part.Stopping, stopping);
                return loss.Evaluate(new LossBatch<float> { Predictions = stopping, Targets = stoppingTargets }).Mean;
            }

            TrainingData data = TrainingData.WithTargets(part.Features, part.Width, targets, part.Training);
            Trainer.Fit(network, loss, data, Score, Training(seed));
            Scatter(network, part, part.Test, unseen, 1);
            Scatter(network, part, RowsOf((fold + 1) % options.Folds), seen, 1);
        });
        return (unseen, seen);
    }

    /// <summary>The scores of all classes for all rows, by networks that did not see them, [rows, classes].</summary>
    /// <param name="loss">What is minimised.</param>
    /// <param name="classes">The classes' indices, [rows].</param>
    /// <param name="start">The scores that training starts from, [classes].</param>
    public float[] Predict(IClassLoss loss, int[] classes, double[] start)
    {
        float[] predictions = new float[rows.Count * start.Length];
        ForEachFold((fold, seed) =>
        {
            FoldRows part = Part(
                fold, FeatureScreen.ByClasses(rows, classes, start.Length, fold, MostFeatures));
            Network<float> network = NewNetwork(part.Width, start, seed);
            int[] stoppingClasses = [.. part.Stopping.Select(row => classes[row])];
            float[] stopping = new float[part.Stopping.Length * start.Length];
            double Score(Network<float> current)
            {
                current.Predict(part.Features, part.Stopping, stopping);
                return loss.Evaluate(new ClassBatch<float>
                {
                    Scores = stopping,
                    Classes = start.Length,
                    Targets = stoppingClasses,
                }).Mean;
            }

            TrainingData data = TrainingData.WithClasses(part.Features, part.Width, classes, part.Training);
            Trainer.Fit(network, loss, data, Score, Training(seed));
            Scatter(network, part, part.Test, predictions, start.Length);
        });
        return predictions;
    }

    private static void Scatter(Network<float> network, FoldRows part, int[] rows, float[] predictions, int outputs)
    {
        float[] raw = new float[rows.Length * outputs];
        network.Predict(part.Features, rows, raw);
        for (int i = 0; i < rows.Length; i++)
        {
            raw.AsSpan(i * outputs, outputs).CopyTo(predictions.AsSpan(rows[i] * outputs));
        }
    }

    private static TrainingOptions Training(ulong seed) => new()
    {
        MaxEpochs = Epochs,
        BatchSize = BatchSize,
        Seed = seed,
        CreateOptimizer = () => new Adam<float>(LearningRate),
        Patience = Patience,
        MaxGradientNorm = GradientClip,
    };

    private void ForEachFold(Action<int, ulong> fit)
    {
        int next = -1;
        void Work()
        {
            for (int fold = Interlocked.Increment(ref next); fold < options.Folds; fold = Interlocked.Increment(
                ref next))
            {
                fit(fold, random.Split((ulong)fold).NextUInt64());
            }
        }

        Task[] workers = [.. Enumerable.Range(0, int.Min(options.Threads, options.Folds)).Select(_ => Task.Run(Work))];
        Task.WhenAll(workers).GetAwaiter().GetResult();
    }

    private Network<float> NewNetwork(int inputs, double[] start, ulong seed) =>
        Network<float>.Perceptron(new PerceptronOptions
        {
            Inputs = inputs,
            Hidden = options.Hidden,
            Outputs = start.Length,
            Activation = Tensors.Activation.Silu,
            Initialization = Initialization.Small,
            OutputBias = start,
            Seed = seed,
        });

    /// <summary>
    /// Rows were dealt to the folds at random, so every seventh of a fold is a random draw as well.
    /// </summary>
    private FoldRows Part(int fold, int[] columns)
    {
        int[] training = [.. rows.All.Where(row => rows.FoldOf[row] != fold)];
        return new(
            rows.Select(columns),
            columns.Length,
            [.. training.Where((_, i) => i % StoppingEvery != 0)],
            [.. training.Where((_, i) => i % StoppingEvery == 0)],
            RowsOf(fold));
    }

    private int[] RowsOf(int fold) => [.. rows.All.Where(row => rows.FoldOf[row] == fold)];

    private sealed record FoldRows(float[] Features, int Width, int[] Training, int[] Stopping, int[] Test);
}
