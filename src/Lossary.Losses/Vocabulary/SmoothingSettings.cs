using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Label smoothing and a class that does not count, as PyTorch's cross entropy has them.</summary>
internal readonly struct SmoothingSettings
{
    private static readonly ParameterCard s_smoothing =
        new("smoothing", @"\varepsilon", 0, Domain.Unit, "what share of the target is spread over all classes");

    private static readonly ParameterCard s_ignored = new(
        "ignored-class", "i", -1, new(-1, double.PositiveInfinity, true, false),
        "rows with this target do not count; −1 for none");

    private readonly double _smoothing;
    private readonly int _ignored;

    /// <summary>Checks the parameters.</summary>
    public SmoothingSettings(double smoothing, double ignoredClass)
    {
        _smoothing = s_smoothing.Bind(smoothing).Value;
        _ignored = Refusal.Whole(s_ignored, ignoredClass);
    }

    /// <summary>The parameters, in the constructor's order.</summary>
    public static IReadOnlyList<ParameterCard> Cards { get; } = [s_smoothing, s_ignored];

    /// <summary>What each row's classes count, and what each row weighs.</summary>
    public ScoreTargets Targets<T>(
        Tape<T> tape, int[] classes, int count, Tensor<T>? classWeights, out double[] weights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] ofTarget = tape.RentArray<double>(classes.Length), ofAll = tape.RentArray<double>(classes.Length);
        double total = count;
        if (classWeights is not null)
        {
            total = 0;
            foreach (T weight in classWeights.Values)
            {
                total += double.CreateTruncating(weight);
            }
        }

        weights = tape.RentArray<double>(classes.Length);
        for (int row = 0; row < classes.Length; row++)
        {
            double weight = classWeights is null ? 1 : double.CreateTruncating(classWeights.Values[classes[row]]);
            weights[row] = classes[row] == _ignored ? 0 : weight;
            ofTarget[row] = 1 - _smoothing;

            // Not weighed by the target's class: the reduction does so, hence the division.
            ofAll[row] = weights[row] == 0 ? 0 : _smoothing / count / weight;
            classes[row] = weights[row] == 0 ? -1 : classes[row];
        }

        return new(classes, ofTarget, ofAll, total, 0);
    }

    /// <summary>The weights on the tape; null where all are 1.</summary>
    public static Tensor<T>? AsTensor<T>(Tape<T> tape, double[] weights, Shape shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!weights.AsSpan().ContainsAnyExcept(1))
        {
            return null;
        }

        Tensor<T> tensor = tape.Rent(shape);
        for (int i = 0; i < weights.Length; i++)
        {
            tensor.Values[i] = T.CreateTruncating(weights[i]);
        }

        return tensor;
    }
}
