using System.Numerics;

namespace Lossary.Losses.Tests;

/// <summary>A batch of samples that a loss accepts: predictions, targets, weights (some of them 0), a mask.</summary>
internal sealed class SampleBatch<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public required T[] Predictions { get; init; }

    public required T[] Targets { get; init; }

    public required T[] Weights { get; init; }

    public required bool[] Mask { get; init; }

    public int Length => Predictions.Length;

    /// <summary>Draws a batch; weights are small integers, so that they can be told by duplication.</summary>
    public static SampleBatch<T> Draw(int length, LossCard card, int seed)
    {
        Random random = new(seed);
        SampleBatch<T> batch = new()
        {
            Predictions = new T[length],
            Targets = new T[length],
            Weights = new T[length],
            Mask = new bool[length],
        };
        for (int i = 0; i < length; i++)
        {
            batch.Predictions[i] = T.CreateTruncating(Number(card.Prediction, random));
            batch.Targets[i] = T.CreateTruncating(Number(card.Target, random));
            batch.Weights[i] = T.CreateTruncating(random.Next(4));
            batch.Mask[i] = random.Next(3) > 0;
        }

        return batch;
    }

    private static double Number(Domain domain, Random random)
    {
        double u = random.NextDouble();
        if (domain.EndsOnly)
        {
            return u < 0.5 ? domain.Low : domain.High;
        }

        if (double.IsFinite(domain.Low) && double.IsFinite(domain.High))
        {
            double inside = domain.Low + (Math.Clamp(u, 0.01, 0.99) * (domain.High - domain.Low));
            return u < 0.3 && domain.IncludesLow ? domain.Low : u > 0.7 && domain.IncludesHigh ? domain.High : inside;
        }

        double normal = Math.Sqrt(-2 * Math.Log(1 - u)) * Math.Cos(2 * Math.PI * random.NextDouble());
        return double.IsFinite(domain.Low) ? domain.Low + Math.Exp(normal)
            : double.IsFinite(domain.High) ? domain.High - Math.Exp(normal)
            : 3 * normal;
    }
}
