namespace Lossary.Losses;

/// <summary>A loss as another library writes it, and what is to be watched on the way.</summary>
/// <remarks>
/// Value and gradient are compared for each sample, before any reduction:
/// <c>theirs = Scale · ours + Offset</c>. What a whole library does alike (its reduction, the order of its arguments)
/// is not repeated here.
/// </remarks>
/// <param name="Call">
/// As written there, parameters at their defaults: <c>torch.nn.SmoothL1Loss(beta=1.0)</c>,
/// <c>catboost.CatBoostRegressor(loss_function="Huber:delta=1.0")</c>. A number may be another in a user's call; a
/// text, True, False or None is part of what it is called, as is a number in <see cref="Fixed"/>.
/// </param>
/// <param name="Ours">
/// As written here, with the call's parameters, or arithmetic with them, in braces: <c>smooth-l1:beta={beta}</c>,
/// <c>jensen-shannon:beta={1-beta}</c>.
/// </param>
/// <param name="Note">
/// What else differs, in a clause or two: clamps, labels 0 and 1 for −1 and +1, probabilities for logits; empty where
/// nothing does.
/// </param>
public sealed record Translation(string Call, string Ours, string Note = "")
{
    /// <summary>
    /// Their value divided by ours: a number, or arithmetic with the call's parameters such as <c>alpha/2</c>.
    /// </summary>
    public string Scale { get; init; } = "1";

    /// <summary>What their value has on top: <c>-1</c> where they write −cos for 1 − cos.</summary>
    public string Offset { get; init; } = "0";

    /// <summary>
    /// Arguments whose number is part of what it is called: <c>power</c> where 3 makes another loss of it.
    /// </summary>
    public IReadOnlyList<string> Fixed { get; init; } = [];
}
