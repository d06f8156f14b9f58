namespace Lossary.Losses;

/// <summary>How a class-margin loss combines the classes that are not the target.</summary>
public enum ClassCombination
{
    /// <summary>Σ f(d) over the other classes, divided by the number of all classes.</summary>
    MeanOverClasses,

    /// <summary>f of the largest d; of several equal ones the first takes the gradient.</summary>
    Worst,
}
