namespace Lossary.Losses;

/// <content>Autoencoders, diffusion, flows.</content>
public static partial class LossCatalogue
{
    private static IEnumerable<LossEntry> Generative =>
    [
        LossEntry.FromGraph(LossFamily.Generative, p => new LatentDivergenceLoss(p[0], p[1])),
        LossEntry.FromFormula(LossFamily.Generative, _ => new GaussianDivergenceLoss()),
        LossEntry.FromGraph(LossFamily.Generative, p => new VariationalBoundLoss(p[0])),
        LossEntry.FromFormula(LossFamily.Generative, p => new VectorQuantisationLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Generative, _ => new ImportanceWeightedBoundLoss()),
        LossEntry.FromGraph(LossFamily.Generative, p => new MinimumSignalToNoiseLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Generative, p => new MinimumSignalToNoiseVelocityLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Generative, p => new MinimumSignalToNoiseSampleLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Generative, p => new PerceptualPriorityLoss(p[0], p[1])),
        LossEntry.FromGraph(LossFamily.Generative, _ => new VelocityPredictionLoss()),
        LossEntry.FromGraph(LossFamily.Generative, _ => new NoisePredictionLoss()),
        LossEntry.FromGraph(LossFamily.Generative, p => new ElucidatedDiffusionLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Generative, _ => new FlowMatchingLoss()),
        LossEntry.FromGraph(LossFamily.Generative, _ => new NormalisingFlowLoss()),
        LossEntry.FromGraph(LossFamily.Generative, p => new ConsistencyLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Generative, _ => new DenoisingScoreMatchingLoss()),
        LossEntry.FromFormula(LossFamily.Generative, p => new DiscretisedLogisticLoss(p[0])),
        LossEntry.FromGraph(LossFamily.Generative, _ => new SlicedScoreMatchingLoss()),
        LossEntry.FromGraph(LossFamily.Generative, p => new TotalCorrelationLoss(p[0])),
    ];
}
