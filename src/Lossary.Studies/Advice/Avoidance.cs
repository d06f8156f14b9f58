namespace Lossary.Studies;

/// <summary>What not to train with.</summary>
/// <param name="Name">A loss's key, or a practice in words.</param>
/// <param name="Why">In a clause.</param>
public sealed record Avoidance(string Name, string Why);
