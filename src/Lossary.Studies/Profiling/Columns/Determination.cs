using Lossary.Data;

namespace Lossary.Studies;

/// <summary>How far a single column determines the target, whatever the shape of the dependence.</summary>
/// <remarks>
/// Each row's target is guessed from rows nearest to it in the column, itself left out: those of the same value, or
/// else its two neighbours. So a column of many different values is given nothing for free. Numbers are compared by
/// their ranks. 1 minus the guesses' squared error (mistakes, for classes) over that of guesses from any row; a
/// category or value of one row alone guesses the mean.
/// </remarks>
internal sealed class Determination
{
    private readonly double[] _values;
    private readonly double _chance;
    private readonly bool _isOfClasses;

    private Determination(double[] values, bool isOfClasses)
    {
        _values = values;
        _isOfClasses = isOfClasses;
        _chance = isOfClasses ? Mistakes(values) : Variance(values);
    }

    public static Determination OfClasses(double[] classes) => new(classes, isOfClasses: true);

    public static Determination OfNumbers(double[] numbers) => new(Ranks.Of(numbers), isOfClasses: false);

    /// <summary>At most 1; about 0 for a column that tells nothing.</summary>
    /// <param name="column">Numbers or texts.</param>
    /// <param name="rows">The rows of the targets, [n].</param>
    public double By(Column column, int[] rows)
    {
        double[] keys = column.Kind == ColumnKind.Numeric
            ? [.. rows.Select(row => column.Numbers[row])]
            : [.. rows.Select(row => (double)column.Codes[row])];
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort((double[])keys.Clone(), order);
        double error = 0;
        for (int start = 0, end; start < order.Length; start = end)
        {
            end = start + 1;
            while (end < order.Length && keys[order[end]].Equals(keys[order[start]]))
            {
                end++;
            }

            error += end - start > 1
                ? WithinGroup(order.AsSpan(start..end))
                : Alone(order, start, column.Kind == ColumnKind.Numeric);
        }

        return 1 - (error / (_chance * order.Length));
    }

    /// <summary>Summed error of guesses of each member from the others.</summary>
    private double WithinGroup(ReadOnlySpan<int> members)
    {
        double[] values = new double[members.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = _values[members[i]];
        }

        // The error of the mean of the others is n/(n − 1) of that of the mean of all.
        double factor = values.Length / (values.Length - 1.0);
        return _isOfClasses
            ? Mistakes(values) * values.Length * factor
            : Variance(values) * values.Length * factor * factor;
    }

    /// <summary>The error of the guess of a row whose value no other has.</summary>
    private double Alone(int[] order, int at, bool hasNeighbours)
    {
        if (!hasNeighbours)
        {
            return _chance;
        }

        double value = _values[order[at]];
        int before = order[Math.Max(0, at - 1)], after = order[Math.Min(order.Length - 1, at + 1)];
        if (at == 0 || at == order.Length - 1)
        {
            double neighbour = _values[at == 0 ? after : before];
            return _isOfClasses ? (neighbour == value ? 0 : 1) : (value - neighbour) * (value - neighbour);
        }

        if (_isOfClasses)
        {
            return ((_values[before] == value ? 0 : 1) + (_values[after] == value ? 0 : 1)) / 2.0;
        }

        double difference = value - ((_values[before] + _values[after]) / 2);
        return difference * difference;
    }

    /// <summary>How often two random members are of different classes.</summary>
    private static double Mistakes(double[] values) =>
        1 - values.CountBy(value => value).Sum(level => Math.Pow(level.Value / (double)values.Length, 2));

    private static double Variance(double[] values)
    {
        double mean = values.Average();
        return values.Average(value => (value - mean) * (value - mean));
    }
}
