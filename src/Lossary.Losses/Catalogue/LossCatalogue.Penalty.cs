namespace Lossary.Losses;

/// <content>Penalties on parameters and activations.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> Penalties =>
    [
        LossEntry.FromGraph(LossFamily.Penalty, p => new LassoPenalty(p[0])),
        LossEntry.FromGraph(LossFamily.Penalty, p => new HardConcretePenalty(p[0], p[1], p[2], p[3])),
        LossEntry.FromGraph(LossFamily.Penalty, p => new RidgePenalty(p[0])),
        LossEntry.FromGraph(LossFamily.Penalty, p => new ElasticNetPenalty(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Penalty, p => new GroupLassoPenalty(p[0])),
        LossEntry.FromGraph(LossFamily.Penalty, p => new OrthogonalityPenalty(p[0])),
        LossEntry.FromGraph(LossFamily.Penalty, p => new SpectralPenalty(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Penalty, p => new SparsityPenalty(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Penalty, p => new HoyerPenalty(p[0])),
        LossEntry.FromGraph(LossFamily.Penalty, p => new FlopsPenalty(p[0])),
        LossEntry.FromGraph(LossFamily.Penalty, p => new MaxNormPenalty(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Penalty, p => new ElasticWeightPenalty(p[0])),
        LossEntry.FromGraph(LossFamily.Penalty, p => new SynapsePenalty(p[0])),
        LossEntry.FromGraph(LossFamily.Penalty, p => new SynapticIntelligencePenalty(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Penalty, p => new StartingPointPenalty(p[0])),
        LossEntry.FromFormula(LossFamily.Penalty, p => new EqualityConstraintPenalty(p[0])),
        LossEntry.FromFormula(LossFamily.Penalty, p => new InequalityConstraintPenalty(p[0])),
        LossEntry.FromFormula(LossFamily.Penalty, p => new LogBarrierPenalty(p[0])),
        LossEntry.FromGraph(LossFamily.Penalty, p => new ContractivePenalty(p[0])),
    ];
}
