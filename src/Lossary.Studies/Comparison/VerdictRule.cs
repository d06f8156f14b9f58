namespace Lossary.Studies;

/// <summary>From the losses' scores in each fold to what can be said of them.</summary>
internal sealed class VerdictRule
{
    private readonly LossOutcome[] _judged;
    private readonly int _metric;
    private readonly bool _higherIsBetter;
    private readonly double _testShare;
    private readonly double _significance;
    private readonly VerdictTest _test;
    private readonly double _halfWidth;
    private readonly double[,] _pValues;
    private readonly Func<LossOutcome, bool>? _isMadeForIt;

    private VerdictRule(
        LossOutcome[] judged,
        int metric,
        bool higherIsBetter,
        double testShare,
        double significance,
        VerdictTest test,
        PracticalEquivalence equivalence,
        Func<LossOutcome, bool>? isMadeForIt)
    {
        _isMadeForIt = isMadeForIt;
        _judged = judged;
        _metric = metric;
        _higherIsBetter = higherIsBetter;
        _testShare = testShare;
        _significance = significance;
        _test = test;
        _halfWidth = equivalence.HalfWidthAt(judged[0].Scores[metric]!.Value.Mean);
        _pValues = PValues();
    }

    /// <summary>Compares every loss with the best one and names those that chance could have put behind it.</summary>
    /// <param name="outcomes">All losses; what is known of their gaps is written into them.</param>
    /// <param name="metric">The index of the deciding metric.</param>
    /// <param name="higherIsBetter">Whether more of it is better.</param>
    /// <param name="testShare">Rows of a test fold divided by rows of its training part.</param>
    /// <param name="significance">
    /// Above this adjusted p-value a gap counts as chance; for the Bayesian test, so much doubt may remain.
    /// </param>
    /// <param name="test">What decides.</param>
    /// <param name="equivalence">
    /// What is practically no difference; null for 1 %, of the score unless more is better.
    /// </param>
    /// <param name="isMadeForIt">
    /// Which of the tied to take before others, whatever their simplicity: those that know that targets are bounds;
    /// null where simplicity alone decides.
    /// </param>
    public static Verdict Judge(
        IReadOnlyList<LossOutcome> outcomes,
        int metric,
        bool higherIsBetter,
        double testShare,
        double significance,
        VerdictTest test = VerdictTest.CorrectedT,
        PracticalEquivalence? equivalence = null,
        Func<LossOutcome, bool>? isMadeForIt = null)
    {
        double sign = higherIsBetter ? -1 : 1;
        LossOutcome[] judged =
        [
            .. outcomes
                .Where(o => o.Failure is null && o.Scores[metric] is not null)
                .OrderBy(o => sign * o.Scores[metric]!.Value.Mean)
                .ThenBy(o => o.Simplicity),
        ];
        if (judged.Length == 0)
        {
            return new(VerdictKind.NothingToJudge, null, [], null, null, 0, 1) { Test = test };
        }

        PracticalEquivalence region = equivalence ?? new(PracticalEquivalence.DefaultRope, IsRelative: !higherIsBetter);
        return new VerdictRule(judged, metric, higherIsBetter, testShare, significance, test, region, isMadeForIt)
            .Judge();
    }

    private Verdict Judge()
    {
        LossOutcome best = _judged[0];
        CompareWithBest();
        LossOutcome[] tied = [.. _judged.Where(o => o.IsTied)];
        LossOutcome? against = _judged.Where(o => !o.IsTied).MinBy(o => o.Simplicity);

        // The best is always among them, so there is one; another that ties with it need not be ahead of anything.
        LossOutcome[] ahead = [.. tied.Where(o => against is null || IsAhead(o, against))];
        bool hasMade = _isMadeForIt is not null && Array.Exists(ahead, o => _isMadeForIt(o));
        LossOutcome take = ahead.Where(o => !hasMade || _isMadeForIt!(o)).MinBy(o => o.Simplicity)!;
        VerdictKind kind = _judged.Length == 1 ? VerdictKind.OnlyOne
            : tied.Length == _judged.Length ? VerdictKind.NoDifference
            : tied.Length > 1 ? VerdictKind.SharedLead
            : VerdictKind.Winner;
        double gap = against is null ? 0 : RelativeGap(take, against);
        return new(kind, best, tied, take, against, gap, against is null ? 1 : PValueOf(take, against))
        {
            Test = _test,
            IsMadeForBounds = hasMade && tied.Length > 1,
            Effect = against is null ? null : EffectSize.Of(ScoresOf(take), ScoresOf(against), _testShare),
            Odds = against is null ? null : OddsOf(take, against),
            IsEquivalent = tied.Length > 1
                && tied.All(o => o == best || o.OddsAgainstBest!.Value.Equivalent >= 1 - _significance),
        };
    }

    private void CompareWithBest()
    {
        LossOutcome best = _judged[0];
        best.IsTied = true;
        foreach (LossOutcome loss in _judged.AsSpan(1))
        {
            loss.FromBest = ResampledDifference.Of(Differences(loss, best), _testShare);
            loss.PAgainstBest = PValueOf(loss, best);
            loss.EffectAgainstBest = EffectSize.Of(ScoresOf(loss), ScoresOf(best), _testShare);
            loss.OddsAgainstBest = OddsOf(loss, best);
            loss.IsTied = !IsAhead(best, loss);
        }
    }

    /// <summary>Whether the first is better than the second by more than chance. Its mean is the better one.</summary>
    private bool IsAhead(LossOutcome one, LossOutcome other) => _test == VerdictTest.Bayes
        ? OddsOf(one, other).Better >= 1 - _significance
        : PValueOf(one, other) <= _significance;

    private double PValueOf(LossOutcome one, LossOutcome other) =>
        _pValues[Array.IndexOf(_judged, one), Array.IndexOf(_judged, other)];

    /// <summary>
    /// The p-values of all pairs, adjusted over all pairs: which loss is the best is known only from the same scores,
    /// so tests against it alone would find gaps between equal losses twice as often as they should.
    /// </summary>
    private double[,] PValues()
    {
        int count = _judged.Length;
        (int One, int Other)[] pairs =
            [.. Enumerable.Range(0, count).SelectMany(i => Enumerable.Range(0, i).Select(j => (i, j)))];
        double[] adjusted = Holm.Adjust(
        [
            .. pairs.Select(pair =>
                ResampledDifference.Of(Differences(_judged[pair.One], _judged[pair.Other]), _testShare).PValue),
        ]);
        double[,] pValues = new double[count, count];
        foreach ((int i, (int one, int other)) in pairs.Index())
        {
            pValues[one, other] = pValues[other, one] = adjusted[i];
        }

        return pValues;
    }

    private BetterOrWorse OddsOf(LossOutcome loss, LossOutcome other) =>
        BetterOrWorse.Of(BayesianDifference.Of(Differences(loss, other), _testShare, _halfWidth), _higherIsBetter);

    private double[] ScoresOf(LossOutcome loss) => [.. loss.Folds.Select(fold => fold.Scores[_metric]!.Value)];

    private double[] Differences(LossOutcome loss, LossOutcome other) =>
        [.. ScoresOf(loss).Zip(ScoresOf(other), (a, b) => a - b)];

    private double RelativeGap(LossOutcome loss, LossOutcome against)
    {
        double other = against.Scores[_metric]!.Value.Mean;
        return other == 0 ? 0 : Math.Abs((loss.Scores[_metric]!.Value.Mean - other) / other);
    }
}
