//! Parts of the data of heads beside `hoax`, and where their labels come from.

use std::collections::HashMap;

use hoaks::election::{Calendar, Phase};
use serde::Deserialize;
use serde_json::Value;

use super::heads::text_of;
use super::rules::Rules;

/// A part of the heads' data.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartRecipe {
    pub part: String,
    pub files: Vec<String>,
    /// The files lie beside the recipe, not in the folder of the data.
    #[serde(default)]
    pub own: bool,
    /// Use only rows in which this field has this value.
    pub only: Option<(String, Value)>,
    pub label: LabelRule,
    /// Learn from every row twice: as it is, and without the words that the
    /// weak rules of the head look for.
    #[serde(default)]
    pub hide: bool,
    /// File beside the recipe: learn from every row once more, as a positive,
    /// with one of the training texts of this file that carry the name of the
    /// head as `label` before or behind it. So a claim is told from a claim
    /// that is refuted.
    pub refuted_by: Option<String>,
}

/// Where a label comes from.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum LabelRule {
    /// All rows have it.
    Yes,
    /// No row has it.
    No,
    /// The weak rules of the head; rows they cannot decide are left out.
    Weak,
    /// The weak rules of the head themselves: the words of each are a text,
    /// positive if they speak for the head, negative if they speak against it.
    /// So a word that the data hardly has is known too.
    Words,
    /// As `weak`, but rows the rules cannot decide are negative.
    WeakElseNo,
    /// Whether a field holds the name of the head.
    Field(String),
    /// What somebody who read the row says (the recipe's `labelled`); rows that
    /// nobody read, or that say nothing about the head, are left out.
    Read,
    /// Whether the row's date lies in the phase of an Indonesian election that
    /// the head is named after; rows outside of all elections are left out.
    Phase,
}

impl PartRecipe {
    /// Text and label of a row that the part uses; `labelled` holds what readers
    /// say, by id.
    pub fn accepts<'t>(
        &self,
        row: &'t Value,
        head: &str,
        rules: &Rules,
        labelled: &HashMap<String, Value>,
    ) -> Option<(&'t str, bool)> {
        if let Some((field, value)) = &self.only
            && row.get(field) != Some(value)
        {
            return None;
        }
        let text = text_of(row, "text").filter(|text| !text.trim().is_empty())?;
        let label = match &self.label {
            LabelRule::Yes => true,
            LabelRule::No => false,
            LabelRule::Weak => rules.label(head, text)?,
            LabelRule::WeakElseNo => rules.label(head, text).unwrap_or(false),
            LabelRule::Words => return None,
            LabelRule::Field(field) => text_of(row, field) == Some(head),
            LabelRule::Read => said_of(labelled.get(text_of(row, "id")?)?, head)?,
            LabelRule::Phase => {
                let date = text_of(row, "date")?.parse().ok()?;
                Calendar::indonesia().phase_on(date)?.1.name() == head
            }
        };
        Some((text, label))
    }
}

/// What a reader's labels of a row say about a head. A row about no election has
/// no topic and no phase; it may attack a group all the same.
fn said_of(labels: &Value, head: &str) -> Option<bool> {
    if let Some(said) = labels.get(head) {
        return said.as_bool();
    }
    let phase = Phase::ALL.iter().any(|phase| phase.name() == head);
    match labels.get(if phase { "phase" } else { "topic" })? {
        Value::Null if phase || head == "sara" => None,
        named => Some(named == head),
    }
}
