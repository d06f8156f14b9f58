using System.Diagnostics;
using Lossary.Losses;
using Lossary.Numerics;

namespace Lossary.Studies;

/// <summary>Measures what a loss adds to a training step, here and now.</summary>
public static class StepCost
{
    /// <summary>Numbers that a measurement evaluates at a time.</summary>
    private const int Elements = 10_000;

    /// <summary>Rows of losses that compare rows with each other.</summary>
    private const int RowsOfArrays = 512;

    private const int Trials = 5;
    private const int EvaluationsInTrial = 4;

    /// <summary>Nanoseconds for the value and the gradient of a row, the best of a few trials on one thread.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="classes">How many classes the target has; ignored by losses of one prediction.</param>
    public static double NanosecondsPerRow(ILoss loss, int classes)
    {
        ArgumentNullException.ThrowIfNull(loss);
        int width = loss is IClassLoss ? Math.Max(2, classes) : 1;
        int rows = loss is IArrayLoss ? RowsOfArrays : Math.Max(1, Elements / width);
        Action evaluate = loss switch
        {
            IClassLoss ofClasses => OfClasses(ofClasses, rows, width),
            IArrayLoss arrays => OfArrays(arrays, rows),
            _ => OfSamples((ISampleLoss)loss, rows),
        };
        evaluate();
        double best = double.PositiveInfinity;
        for (int trial = 0; trial < Trials; trial++)
        {
            long started = Stopwatch.GetTimestamp();
            for (int i = 0; i < EvaluationsInTrial; i++)
            {
                evaluate();
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalNanoseconds);
        }

        return best / EvaluationsInTrial / rows;
    }

    private static Action OfSamples(ISampleLoss loss, int rows)
    {
        float[] predictions = Ramp(rows), gradient = new float[rows];
        bool isSign = loss.Card.Target.EndsOnly;
        float[] targets = [.. Enumerable.Range(0, rows).Select(i => isSign ? (2 * (i % 2)) - 1 : i % 2)];
        if (!loss.Card.Target.Contains(0) && !isSign)
        {
            Array.Fill(targets, 1);
        }

        return () => loss.Evaluate(
            new LossBatch<float> { Predictions = predictions, Targets = targets, Gradient = gradient });
    }

    private static Action OfArrays(IArrayLoss loss, int rows)
    {
        LossInputs<double> inputs = loss.Example(new RandomStream(1), rows);
        return () => loss.Evaluate(inputs);
    }

    private static Action OfClasses(IClassLoss loss, int rows, int classes)
    {
        float[] scores = Ramp(rows * classes), gradient = new float[rows * classes];
        int[] targets = [.. Enumerable.Range(0, rows).Select(i => i % classes)];
        return () => loss.Evaluate(
            new ClassBatch<float> { Scores = scores, Classes = classes, Targets = targets, Gradient = gradient });
    }

    /// <summary>From −2 to 2 in an order that no branch predictor learns.</summary>
    private static float[] Ramp(int count) =>
        [.. Enumerable.Range(0, count).Select(i => (i * 7919 % 4001 / 1000f) - 2)];
}
