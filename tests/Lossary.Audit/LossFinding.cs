using System.Globalization;
using System.Numerics;
using Lossary.Losses;

namespace Lossary.Audit;

/// <summary>What the audit finds of one loss in one format.</summary>
/// <param name="Key">The loss.</param>
/// <param name="IsSingle">Whether in float.</param>
/// <param name="Points">How many points there were.</param>
/// <param name="WrongNonFinite">Results that are NaN or infinite where the exact number is far from overflow, or finite where it is far beyond.</param>
/// <param name="ValueUlp">The worst error of a value.</param>
/// <param name="SlopeUlp">The worst error of a derivative.</param>
/// <param name="Worst">The worst point in words, or the first that is wrong.</param>
internal sealed record LossFinding(
    string Key, bool IsSingle, int Points, int WrongNonFinite, double ValueUlp, double SlopeUlp, string Worst)
{
    /// <summary>Wrong results that nothing excuses.</summary>
    public int CountedWrong => Exemptions.Reasons.ContainsKey(Key) ? 0 : WrongNonFinite;

    /// <summary>Runs a loss over the grid.</summary>
    public static LossFinding Of<T>(LossEntry entry)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ILoss loss = entry.Create();
        Exactly<T> exactly = new((IReading)loss, Audit.Points.ShapeOf(loss), loss.Traits.Kinks.Count > 0);
        int points = 0, wrong = 0;
        double value = 0, slope = 0, worst = 0;
        string text = "";
        foreach (Point<T> point in Audit.Points.Of<T>(loss))
        {
            points++;
            (double valueError, double slopeError) = exactly.Errors(point);
            double error = Math.Max(valueError, slopeError);
            if (!double.IsInfinity(error) && point.Numbers.Any(IsSubnormal<T>))
            {
                continue;
            }

            if (error > worst)
            {
                worst = error;
                text = Describe(point, exactly.Results(point.Numbers));
            }

            if (double.IsInfinity(error))
            {
                wrong++;
                continue;
            }

            value = Math.Max(value, valueError);
            slope = Math.Max(slope, slopeError);
        }

        return new(entry.Card.Key, typeof(T) == typeof(float), points, wrong, value, slope, text);
    }

    /// <summary>Numbers that have lost digits: only that the result is finite is judged.</summary>
    private static bool IsSubnormal<T>(double number)
        where T : unmanaged, IFloatingPointIeee754<T> => T.IsSubnormal(T.CreateTruncating(number));

    private static string Describe<T>(Point<T> point, BigFloat[] exact)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        string numbers = string.Join(", ", point.Numbers.Select(Text));
        string found = string.Join(", ", point.Slopes.Prepend(point.Value).Select(x => x.ToString("R", CultureInfo.InvariantCulture)));
        return $"at ({numbers}): {found}; exact {string.Join(", ", exact.Select(x => Text(x.ToDouble())))}";
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
