namespace Lossary.Losses;

/// <summary>What each kind of number may be.</summary>
internal static class InputKinds
{
    private static readonly Domain s_nonPositive = new(double.NegativeInfinity, 0, true, true);
    private static readonly Domain s_flag = new(0, 1, true, true, EndsOnly: true);

    private static readonly Domain s_bound = new(0, double.PositiveInfinity, false, true);

    /// <summary>Where the numbers lie.</summary>
    public static Domain DomainOf(InputKind kind) => kind switch
    {
        InputKind.Positive => Domain.Positive,
        InputKind.NonNegative or InputKind.ClassNumber or InputKind.Count or InputKind.GroupNumber =>
            Domain.NonNegative,
        InputKind.StepCount or InputKind.Level => Domain.NonNegative,
        InputKind.UpperBound => s_bound,
        InputKind.Probability or InputKind.Shares => Domain.Unit,
        InputKind.LogProbability or InputKind.LogShares => s_nonPositive,
        InputKind.Flag => s_flag,
        InputKind.Sign => Domain.Sign,
        _ => Domain.Real,
    };

    /// <summary>Whether only whole numbers are meant.</summary>
    public static bool IsWhole(InputKind kind) => kind is InputKind.ClassNumber or InputKind.Flag or InputKind.Sign
        or InputKind.Count or InputKind.StepCount or InputKind.GroupNumber or InputKind.Level;
}
