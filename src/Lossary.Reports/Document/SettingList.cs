namespace Lossary.Reports;

/// <summary>Names with values, such as a run's configuration.</summary>
/// <param name="Settings">The settings in reading order.</param>
public sealed record SettingList(IReadOnlyList<Setting> Settings) : Block;
