namespace Lossary.Losses;

/// <content>The order of a query's items.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> Groups => [.. Rankings, .. Regions, .. OrdinalArrays, .. Survivals];

    private static IEnumerable<LossEntry> Rankings =>
    [
        LossEntry.FromGraph(LossFamily.Ranking, p => new RankNetLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Ranking, p => new PairwiseHingeLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Ranking, _ => new PairwiseSquaredLoss()),
        LossEntry.FromFormula(LossFamily.Ranking, p => new MarginRankingLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Ranking, _ => new BayesianPersonalisedRankingLoss()),
        LossEntry.FromGraph(LossFamily.Ranking, p => new BayesianMaximumLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Ranking, _ => new TopOneMaximumLoss()),
        LossEntry.FromGraph(LossFamily.Ranking, p => new SampledRankLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Ranking, p => new LambdaRankLoss(p[0], p[1], p[2])),
        LossEntry.FromGraph(LossFamily.Ranking, p => new LambdaLoss(p[0], p[1], p[2], p[3])),
        LossEntry.FromGraph(LossFamily.Ranking, p => new NdcgLossOne(p[0])),
        LossEntry.FromGraph(LossFamily.Ranking, _ => new ListNetLoss()),
        LossEntry.FromGraph(LossFamily.Ranking, _ => new RankingSoftmaxLoss()),
        LossEntry.FromGraph(LossFamily.Ranking, _ => new CrossEntropyNdcgLoss()),
        LossEntry.FromGraph(LossFamily.Ranking, _ => new ListMleLoss()),
        LossEntry.FromGraph(LossFamily.Ranking, _ => new PositionAwareListMleLoss()),
        LossEntry.FromGraph(LossFamily.Ranking, p => new ApproximateNdcgLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Ranking, p => new GumbelNdcgLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Ranking, p => new ApproximateReciprocalRankLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Ranking, _ => new AreaLogisticLoss()),
        LossEntry.FromGraph(LossFamily.Ranking, p => new AreaSquaredLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Ranking, p => new AreaMinMaxLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Ranking, p => new NeuralNdcgLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Ranking, _ => new UniqueSoftmaxLoss()),
        LossEntry.FromGraph(LossFamily.Ranking, p => new UnbiasedSoftmaxLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Ranking, p => new LambdaMapLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Ranking, p => new LambdaReciprocalLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Ranking, p => new YetiRankLoss(p[0])),
    ];
}
