using Lossary.Losses;
using Lossary.Numerics;

namespace Lossary.Repository.Tests;

/// <summary>The code of README.md, compiled. <see cref="ReadmeTests"/> runs it and holds the texts against each other.</summary>
internal static class ReadmeExamples
{
    public static void Mean()
    {
        #region Mean
        float[] predictions = [2.5f, 0.0f, 2.1f, 7.8f];
        float[] targets = [3.0f, -0.5f, 2.0f, 1.0f];
        float[] gradient = new float[4];

        double mean = new HuberLoss(1.35).Mean(predictions, targets, gradient);

        Console.WriteLine($"mean {mean:F4}");
        Console.WriteLine($"gradient {string.Join(" ", gradient.Select(slope => $"{slope:F4}"))}");
        #endregion
    }

    public static void AddingTotals()
    {
        #region AddingTotals
        Totals Evaluate(double[] predictions, double[] targets, double[] weights) =>
            new SquaredLoss().Evaluate(new LossBatch<double>
            {
                Predictions = predictions,
                Targets = targets,
                Weights = weights,
            });

        Totals first = Evaluate([1, 2], [0, 0], [1, 1]);
        Totals second = Evaluate([3], [0], [2]);

        Console.WriteLine($"{first.Mean} and {second.Mean} make {(first + second).Mean}");
        #endregion
    }

    public static void OwnLoss()
    {
        #region OwnLoss
        double[] stock = [90, 120];
        double[] demand = [100, 100];
        double[] gradient = new double[2];

        double mean = new ShortageLoss().Mean(stock, demand, gradient);

        Console.WriteLine($"mean {mean}, gradient {gradient[0]} {gradient[1]}");
        #endregion
    }

    public static void ByName()
    {
        #region ByName
        ISampleLoss huber = (ISampleLoss)LossCatalogue.Create("huber:delta=1.35");

        LossPoint far = huber.At(prediction: 10, target: 0);

        Console.WriteLine($"{huber.Card.Title}: value {far.Value:F3}, slope {far.Slope}");
        #endregion
    }
}

#region ShortageLoss
public readonly struct ShortageLoss : IDistanceLoss<ShortageLoss>
{
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane> => TLane.WhereLess(r, 0, -3 * r, r);
}
#endregion
