namespace Lossary.Data;

/// <summary>Sequences of several lengths in one array: the short ones are filled up, and their lengths kept.</summary>
public sealed class PaddedSequences
{
    private PaddedSequences(float[] values, int width, int steps, int[] lengths)
    {
        Values = values;
        Width = width;
        Steps = steps;
        Lengths = lengths;
        Mask = new float[lengths.Length * steps];
        for (int i = 0; i < lengths.Length; i++)
        {
            Mask.AsSpan(i * steps, lengths[i]).Fill(1);
        }
    }

    /// <summary>How many sequences there are.</summary>
    public int Count => Lengths.Length;

    /// <summary>How many steps each is filled up to: those of the longest.</summary>
    public int Steps { get; }

    /// <summary>How many numbers a step has.</summary>
    public int Width { get; }

    /// <summary>The sequences, one after the other, <c>[n, steps, width]</c>.</summary>
    public float[] Values { get; }

    /// <summary>How many steps of each sequence are its own, <c>[n]</c>.</summary>
    public int[] Lengths { get; }

    /// <summary>1 where a step belongs to its sequence, 0 where it only fills up, <c>[n, steps]</c>.</summary>
    public float[] Mask { get; }

    /// <summary>Puts sequences of tokens together; a step has one number, the token's.</summary>
    /// <param name="sequences">At least one; each has at least one token.</param>
    /// <param name="padding">What fills up; any token, since it is masked.</param>
    /// <exception cref="ArgumentException">There are none, or one is empty.</exception>
    public static PaddedSequences Of(IReadOnlyList<int[]> sequences, int padding = 0)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        int[] lengths = [.. sequences.Select(sequence => sequence.Length)];
        int steps = LongestOf(lengths, nameof(sequences));
        float[] values = new float[lengths.Length * steps];
        Array.Fill(values, padding);
        for (int i = 0; i < lengths.Length; i++)
        {
            for (int step = 0; step < lengths[i]; step++)
            {
                values[(i * steps) + step] = sequences[i][step];
            }
        }

        return new PaddedSequences(values, 1, steps, lengths);
    }

    /// <summary>Puts sequences of measurements together; zeros fill up.</summary>
    /// <param name="sequences">At least one, each <c>[steps, width]</c> with at least one step.</param>
    /// <param name="width">How many numbers a step has; positive.</param>
    /// <exception cref="ArgumentException">There are none, one is empty, or ends within a step.</exception>
    public static PaddedSequences Of(IReadOnlyList<float[]> sequences, int width)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        int[] lengths = new int[sequences.Count];
        for (int i = 0; i < lengths.Length; i++)
        {
            (lengths[i], int left) = Math.DivRem(sequences[i].Length, width);
            if (left != 0)
            {
                throw new ArgumentException(
                    $"sequences[{i}] has {sequences[i].Length} numbers; steps of {width} leave {left} over.",
                    nameof(sequences));
            }
        }

        int steps = LongestOf(lengths, nameof(sequences));
        float[] values = new float[lengths.Length * steps * width];
        for (int i = 0; i < lengths.Length; i++)
        {
            sequences[i].CopyTo(values.AsSpan(i * steps * width));
        }

        return new PaddedSequences(values, width, steps, lengths);
    }

    private static int LongestOf(int[] lengths, string name)
    {
        int empty = Array.IndexOf(lengths, 0);
        return lengths.Length > 0 && empty < 0
            ? lengths.Max()
            : throw new ArgumentException(
                lengths.Length == 0
                    ? "sequences is empty: there is nothing to put together."
                    : $"sequences[{empty}] has no steps; each needs 1 at least.",
                name);
    }
}
