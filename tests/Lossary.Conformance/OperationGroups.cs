namespace Lossary.Conformance;

/// <summary>What this program can check, by the name that the golden files give the group.</summary>
internal static class OperationGroups
{
    private static readonly Dictionary<string, OperationGroup> Groups = new()
    {
        ["losses_torch"] = new LossGroup(TorchLosses.Operations.Concat(SequenceLosses.Torch).Concat(GroupLosses.Torch).ToDictionary()),
        ["losses_errors"] = new RefusalGroup(TorchLosses.Operations.Concat(SequenceLosses.Torch).Concat(GroupLosses.Torch).ToDictionary()),
        ["papers"] = new LossGroup(PaperLosses.Operations.Concat(SequenceLosses.Papers).Concat(GroupLosses.Papers).ToDictionary()),
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
