using Lossary.Losses;

namespace Lossary.Training;

/// <summary>One of several tasks that a network learns at once: its loss, its outputs and its targets.</summary>
/// <remarks>
/// Tasks take the network's outputs, and each sample's numeric targets, in their order, one after the other.
/// </remarks>
public sealed class TrainingTask
{
    /// <summary>A task of one number, or several alike.</summary>
    /// <param name="loss">What is minimised.</param>
    /// <param name="outputs">How many outputs it takes, each with a target; positive.</param>
    public TrainingTask(ISampleLoss loss, int outputs = 1)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputs);
        Loss = loss;
        Outputs = outputs;
        Targets = outputs;
    }

    /// <summary>A task of classes: a row of scores, and one target, the class number.</summary>
    /// <param name="loss">What is minimised.</param>
    /// <param name="classes">How many classes, and so outputs, there are; positive.</param>
    public TrainingTask(IClassLoss loss, int classes)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classes);
        Loss = loss;
        Outputs = classes;
        Targets = 1;
    }

    /// <summary>What is minimised.</summary>
    public ILoss Loss { get; }

    /// <summary>How many of the network's outputs the task takes.</summary>
    public int Outputs { get; }

    /// <summary>How many of a sample's targets the task takes.</summary>
    public int Targets { get; }
}
