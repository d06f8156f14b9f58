namespace Lossary.Training;

/// <summary>What a learning rate schedule counts.</summary>
public enum ScheduleUnit
{
    /// <summary>Epochs: the rate changes between them.</summary>
    Epoch,

    /// <summary>Steps, over all epochs.</summary>
    Step,
}
