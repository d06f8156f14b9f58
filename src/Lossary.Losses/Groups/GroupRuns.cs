using System.Globalization;
using System.Numerics;

namespace Lossary.Losses;

/// <summary>Where groups of rows that stand together begin and end.</summary>
internal static class GroupRuns
{
    /// <summary>The runs of equal group numbers; one run where the groups were left out.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="name">The name of the input that holds the group numbers.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <returns>Each run's first row, and the number of rows.</returns>
    /// <exception cref="ArgumentException">A group's rows do not stand together.</exception>
    public static int[] Of<T>(LossInputs<T> inputs, string name, int rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (rows == 0)
        {
            return [0];
        }

        if (inputs.Find(name) is not { } groups)
        {
            return [0, rows];
        }

        List<int> starts = [0];
        HashSet<T> seen = [groups.Values[0]];
        ReadOnlySpan<T> numbers = groups.Values;
        for (int row = 1; row < rows; row++)
        {
            if (numbers[row] == numbers[row - 1])
            {
                continue;
            }

            if (!seen.Add(numbers[row]))
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{name}[{row}] is {numbers[row]} again; the rows of one {name} must stand together."),
                    name);
            }

            starts.Add(row);
        }

        return [.. starts, rows];
    }

    /// <summary>Groups of one length.</summary>
    /// <param name="groups">How many groups.</param>
    /// <param name="length">How many rows each has.</param>
    public static int[] Even(int groups, int length) =>
        [.. Enumerable.Range(0, groups + 1).Select(group => group * length)];
}
