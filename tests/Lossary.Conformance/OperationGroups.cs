using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>What this program can check, by the name that the golden files give the group.</summary>
internal static class OperationGroups
{
    private static readonly Dictionary<string, Func<GoldenCase, Results>> Torch = new(
    [
        .. TorchLosses.Operations,
        .. ClassArrayLosses.Torch,
        .. EmbeddingLosses.Torch,
        .. FormulaLosses.Torch,
        .. GroupLosses.Torch,
        .. SequenceLosses.Torch,
    ]);

    private static readonly Dictionary<string, Func<GoldenCase, Results>> Papers = new(
    [
        .. PaperLosses.Operations,
        .. ClassArrayLosses.Papers,
        .. ArrayLosses.Papers,
        .. EmbeddingLosses.Papers,
        .. FormulaLosses.Papers,
        .. GroupLosses.Papers,
        .. SequenceLosses.Papers,
    ]);

    private static readonly Dictionary<string, OperationGroup> Groups = new()
    {
        ["losses_torch"] = new LossGroup(Torch),
        ["losses_errors"] = new RefusalGroup(Torch),
        ["papers"] = new LossGroup(Papers),
        ["worked_examples"] = new LossGroup(WorkedExamples.Operations),
        ["tabular_losses"] = new(TabularLosses.Operations) { Remarks = TabularLosses.Remarks },
        ["xgboost"] = new(XgboostObjectives.Operations),
        ["metrics"] = new(Metrics.Operations),
        ["ulp_mpmath"] = new ExactGroup(ExactFunctions.Operations) { Remarks = ExactFunctions.Remarks },
        ["optimizers"] = new(OptimizerWalks.Operations) { Remarks = OptimizerWalks.Remarks },
        ["lr_schedules"] = new(LearningRates.Operations),
        ["grad_clip"] = new(GradientClips.Operations),
        ["activations"] = new(Activations.Operations.Concat(AxisActivations.Operations).ToDictionary()),
        ["layers"] = new(LayerOperations.All),
    };

    /// <summary>The group of that name; null where nothing of it is known.</summary>
    public static OperationGroup? Find(string name) => Groups.GetValueOrDefault(name);
}
