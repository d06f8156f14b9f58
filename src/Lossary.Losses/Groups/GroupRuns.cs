using System.Globalization;
using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Where groups of rows that stand together begin and end.</summary>
internal static class GroupRuns
{
    /// <summary>The runs of equal group numbers; one run where the groups were left out.</summary>
    /// <param name="tape">Where memory comes from.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="name">The name of the input that holds the group numbers.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <returns>Each run's first row, and the number of rows.</returns>
    /// <exception cref="ArgumentException">A group's rows do not stand together.</exception>
    public static int[] Of<T>(Tape<T> tape, LossInputs<T> inputs, string name, int rows)
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

        ReadOnlySpan<T> numbers = groups.Values;
        int runs = 1;
        for (int row = 1; row < rows; row++)
        {
            runs += numbers[row] == numbers[row - 1] ? 0 : 1;
        }

        int[] starts = tape.RentArray<int>(runs + 1);
        int run = 1;
        for (int row = 1; row < rows; row++)
        {
            if (numbers[row] != numbers[row - 1])
            {
                starts[run++] = row;
            }
        }

        starts[runs] = rows;
        RequireTogether(tape, name, numbers, starts);
        return starts;
    }

    /// <summary>Groups of one length.</summary>
    /// <param name="tape">Where memory comes from.</param>
    /// <param name="groups">How many groups.</param>
    /// <param name="length">How many rows each has.</param>
    public static int[] Even<T>(Tape<T> tape, int groups, int length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] starts = tape.RentArray<int>(groups + 1);
        for (int group = 0; group <= groups; group++)
        {
            starts[group] = group * length;
        }

        return starts;
    }

    private static void RequireTogether<T>(Tape<T> tape, string name, ReadOnlySpan<T> numbers, int[] starts)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] sorted = tape.RentArray<T>(starts.Length - 1);
        for (int run = 0; run < sorted.Length; run++)
        {
            sorted[run] = numbers[starts[run]];
        }

        Array.Sort(sorted);
        for (int run = 1; run < sorted.Length; run++)
        {
            if (sorted[run] == sorted[run - 1])
            {
                throw Repeated(name, numbers, starts);
            }
        }
    }

    /// <summary>Names the first row that begins a group once more.</summary>
    private static ArgumentException Repeated<T>(string name, ReadOnlySpan<T> numbers, int[] starts)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        HashSet<T> seen = [];
        int run = 0;
        while (seen.Add(numbers[starts[run]]))
        {
            run++;
        }

        int row = starts[run];
        return new ArgumentException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}[{row}] is {numbers[row]} again; the rows of one {name} must stand together."),
            name);
    }
}
