namespace Lossary.Losses;

/// <summary>A hyperparameter that is 0 or 1: off or on.</summary>
internal static class Switch
{
    /// <summary>0 or 1.</summary>
    public static Domain Domain { get; } = new(0, 1, true, true, EndsOnly: true);

    /// <summary>Checks the number and says whether it is 1.</summary>
    public static bool Bind(ParameterCard card, double value) => card.Bind(value).Value == 1;

    /// <summary>Checks the number that stands for a constructor's bool: that of a parameter of a loss.</summary>
    public static bool IsOn(LossCard card, int index, double[] parameters) =>
        Bind(card.Parameters[index], parameters[index]);
}
