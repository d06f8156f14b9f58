using System.Runtime.CompilerServices;

namespace Lossary.Training;

/// <summary>The metrics' argument checks; each throws with the argument's own name.</summary>
internal static class MetricArguments
{
    /// <summary>The weight of a sample; an empty span means that all weigh 1.</summary>
    public static double At(this ReadOnlySpan<double> weights, int index) => weights.IsEmpty ? 1 : weights[index];

    public static void SameLength(
        int predictions, int length, [CallerArgumentExpression(nameof(length))] string expression = "")
    {
        if (length != predictions)
        {
            string name = NameIn(expression);
            throw new ArgumentException($"{name} has {length} elements, predictions has {predictions}.", name);
        }
    }

    /// <summary>Weights are as many as the predictions, or none; finite and not negative.</summary>
    public static void Weights(int predictions, ReadOnlySpan<double> weights)
    {
        if (weights.IsEmpty)
        {
            return;
        }

        SameLength(predictions, weights.Length);
        for (int i = 0; i < weights.Length; i++)
        {
            if (!(weights[i] >= 0 && double.IsFinite(weights[i])))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(weights), weights[i], $"weights[{i}] must be finite and not negative.");
            }
        }
    }

    /// <summary>Classes are within 0 … <paramref name="classes"/> − 1.</summary>
    public static void Classes(
        ReadOnlySpan<int> values, int classes, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        for (int i = 0; i < values.Length; i++)
        {
            if ((uint)values[i] >= (uint)classes)
            {
                throw new ArgumentOutOfRangeException(
                    name, values[i], $"{name}[{i}] must be a class from 0 to {classes - 1}.");
            }
        }
    }

    /// <summary>Levels are there, within (0, 1), and rise.</summary>
    public static void Levels(ReadOnlySpan<double> levels)
    {
        if (levels.IsEmpty)
        {
            throw new ArgumentException("levels is empty, at least one is needed.", nameof(levels));
        }

        for (int i = 0; i < levels.Length; i++)
        {
            if (!(levels[i] > 0 && levels[i] < 1 && (i == 0 || levels[i] > levels[i - 1])))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(levels), levels[i], $"levels[{i}] must be within (0, 1) and above the one before.");
            }
        }
    }

    private static string NameIn(string expression) => expression.Split('.')[0];
}
