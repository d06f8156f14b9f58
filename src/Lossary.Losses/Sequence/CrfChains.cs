namespace Lossary.Losses;

/// <summary>All labellings of all samples, added up from both ends, in logarithms.</summary>
internal sealed class CrfChains
{
    /// <summary>The labels, <c>[n, steps]</c>.</summary>
    public required int[] Labels { get; init; }

    /// <summary>How many steps of each sample count.</summary>
    public required int[] Lengths { get; init; }

    public required int Steps { get; init; }

    public required int Classes { get; init; }

    public required double[] Emissions { get; init; }

    public required double[] Transitions { get; init; }

    public required double[] Start { get; init; }

    public required double[] End { get; init; }

    /// <summary>Logarithms of the sums over all beginnings that end with a label at a step.</summary>
    public required double[] Beginnings { get; init; }

    /// <summary>
    /// Logarithms of the sums over all that may follow a label at a step; empty where nothing is differentiated.
    /// </summary>
    public required double[] Ends { get; init; }

    /// <summary>Logarithms of the sums over all labellings.</summary>
    public required double[] LogTotals { get; init; }

    /// <summary>Working memory of each sample, <c>[n, classes]</c>.</summary>
    public required double[] Powers { get; init; }

    /// <summary>Where the numbers of a step begin.</summary>
    public int At(int sample, int step) => ((sample * Steps) + step) * Classes;

    /// <summary>The loss of a sample.</summary>
    public double Forward(int sample)
    {
        int length = Lengths[sample];
        if (length == 0)
        {
            return 0;
        }

        Span<double> now = Beginnings.AsSpan(At(sample, 0), Classes);
        for (int label = 0; label < Classes; label++)
        {
            now[label] = Start[label] + Emissions[At(sample, 0) + label];
        }

        Span<double> powers = Powers.AsSpan(sample * Classes, Classes);
        for (int step = 1; step < length; step++)
        {
            Span<double> next = Beginnings.AsSpan(At(sample, step), Classes);
            for (int to = 0; to < Classes; to++)
            {
                for (int from = 0; from < Classes; from++)
                {
                    powers[from] = now[from] + Transitions[(from * Classes) + to];
                }

                next[to] = LogSum.Of(powers) + Emissions[At(sample, step) + to];
            }

            now = next;
        }

        for (int label = 0; label < Classes; label++)
        {
            powers[label] = now[label] + End[label];
        }

        LogTotals[sample] = LogSum.Of(powers);
        return LogTotals[sample] - ScoreOf(sample);
    }

    /// <summary>Fills <see cref="Ends"/> of a sample.</summary>
    public void Backward(int sample)
    {
        int length = Lengths[sample];
        Span<double> powers = Powers.AsSpan(sample * Classes, Classes);
        for (int step = length - 1; step >= 0; step--)
        {
            Span<double> now = Ends.AsSpan(At(sample, step), Classes);
            if (step == length - 1)
            {
                End.CopyTo(now);
                continue;
            }

            ReadOnlySpan<double> after = Ends.AsSpan(At(sample, step + 1), Classes);
            for (int from = 0; from < Classes; from++)
            {
                for (int to = 0; to < Classes; to++)
                {
                    powers[to] = Transitions[(from * Classes) + to] + Emissions[At(sample, step + 1) + to] + after[to];
                }

                now[from] = LogSum.Of(powers);
            }
        }
    }

    /// <summary>The probability of a label at a step.</summary>
    public double ShareOf(int sample, int step, int label)
    {
        int at = At(sample, step) + label;
        return Math.Exp(Beginnings[at] + Ends[at] - LogTotals[sample]);
    }

    /// <summary>The probability of one label at a step and another at the next.</summary>
    public double ShareOf(int sample, int step, int from, int to)
    {
        int before = At(sample, step) + from, after = At(sample, step + 1) + to;
        return Math.Exp(
            Beginnings[before] + Transitions[(from * Classes) + to] + Emissions[after]
            + Ends[after] - LogTotals[sample]);
    }

    private double ScoreOf(int sample)
    {
        ReadOnlySpan<int> labels = Labels.AsSpan(sample * Steps, Lengths[sample]);
        double score = Start[labels[0]] + End[labels[^1]];
        for (int step = 0; step < labels.Length; step++)
        {
            score += Emissions[At(sample, step) + labels[step]];
            score += step == 0 ? 0 : Transitions[(labels[step - 1] * Classes) + labels[step]];
        }

        return score;
    }
}
