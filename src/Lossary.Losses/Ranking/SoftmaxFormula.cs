using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>What each item of a list is to get of the softmax of the scores.</summary>
internal interface IShareOfList
{
    /// <summary>Writes each item's share; need not sum to 1. False for a list that says nothing.</summary>
    bool Write(GroupRows rows, Span<double> shares);
}

/// <summary>−Σ share · ln softmax(s).</summary>
internal readonly struct SoftmaxFormula<TShare>(TShare share) : IGroupFormula
    where TShare : struct, IShareOfList
{
    /// <inheritdoc/>
    public double Value(GroupRows rows, Span<double> gradient, out double weight)
    {
        Span<double> shares = rows.Free(0);
        weight = RankingInputs.SaysSomething(rows) && share.Write(rows, shares) ? 1 : 0;
        if (weight == 0)
        {
            return 0;
        }

        ReadOnlySpan<double> scores = rows[RankingInputs.Scores];
        double all = Sums.LogSumExp(scores), total = Sums.Sum(shares), value = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            value += shares[i] == 0 ? 0 : shares[i] * (all - scores[i]);
            gradient[i] = (total * Math.Exp(scores[i] - all)) - shares[i];
        }

        return value;
    }

    /// <inheritdoc/>
    public Tensor<T> Compose<T>(GroupTensors<T> group) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<double> shares = group.Rows.Free(0);
        share.Write(group.Rows, shares);
        return group.Tape.Negate(group.Dot(shares, group.Tape.LogSoftmax(group.First)));
    }
}

/// <summary>softmax(y).</summary>
internal readonly struct SoftmaxOfRelevance : IShareOfList
{
    /// <inheritdoc/>
    public bool Write(GroupRows rows, Span<double> shares)
    {
        ReadOnlySpan<double> relevances = rows[RankingInputs.Relevances];
        double all = Sums.LogSumExp(relevances);
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] = Math.Exp(relevances[i] - all);
        }

        return true;
    }
}

/// <summary>y itself.</summary>
internal readonly struct RelevanceItself : IShareOfList
{
    /// <inheritdoc/>
    public bool Write(GroupRows rows, Span<double> shares)
    {
        rows[RankingInputs.Relevances].CopyTo(shares);
        return true;
    }
}

/// <summary>2^y − u, divided by its sum; u is the third column.</summary>
internal readonly struct NoisyGain(bool hasNoise) : IShareOfList
{
    private const int Noise = 2;

    /// <inheritdoc/>
    public bool Write(GroupRows rows, Span<double> shares)
    {
        ReadOnlySpan<double> relevances = rows[RankingInputs.Relevances];
        double sum = 0;
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] = Math.Pow(2, relevances[i]) - (hasNoise ? rows[Noise][i] : 0);
            sum += shares[i];
        }

        foreach (ref double share in shares)
        {
            share /= sum;
        }

        return sum > 0;
    }
}
